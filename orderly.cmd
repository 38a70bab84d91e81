@echo off
rem The command line of Orderly on Windows, the twin of the script "orderly": finds a JDK 25, builds the command line
rem itself where that is stale, and hands over to Java.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "JDK="

if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%J in ('where javac 2^>nul') do call :try "%%~dpJ.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%ProgramFiles%\Amazon Corretto\jdk25*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk-25*" "%USERPROFILE%\.jdks\*25*" "%USERPROFILE%\scoop\apps\temurin25-jdk\current" "%USERPROFILE%\scoop\apps\openjdk25\current") do call :try "%%~fD"
if not defined JDK (
  echo Orderly needs a JDK 25 and found none in JAVA_HOME, on the PATH or in the usual folders. 1>&2
  echo Install one, for example with "winget install EclipseAdoptium.Temurin.25.JDK" or from https://adoptium.net/temurin/releases/?version=25, or point JAVA_HOME to it. 1>&2
  exit /b 1
)

set "JAR=%ROOT%\lab\target\lab.jar"
set "ORDERLY_STALE="
rem Prints "stale" when the jar is absent or some source or POM is younger.
for /f %%S in ('powershell -NoProfile -Command "$jar = Get-Item -LiteralPath $env:JAR -ErrorAction SilentlyContinue; $from = 'lab\src\main','shared\backing\src\main','pom.xml','lab\pom.xml','shared\pom.xml','shared\backing\pom.xml' | ForEach-Object { Join-Path $env:ROOT $_ }; if (-not $jar -or (Get-ChildItem -LiteralPath $from -Recurse -File | Where-Object LastWriteTime -gt $jar.LastWriteTime)) { 'stale' }"') do set "ORDERLY_STALE=%%S"
if not defined ORDERLY_STALE goto run
echo Building the command line (once; the first time Maven also fetches its libraries) ... 1>&2
pushd "%ROOT%"
set "JAVA_HOME=%JDK%"
call mvnw.cmd -B -q -ntp -Dquick -Djars-only package -pl lab -am 1>&2
if errorlevel 1 (
  popd
  echo The build failed; what Maven said stands above. 1>&2
  exit /b 1
)
popd
powershell -NoProfile -Command "(Get-Item -LiteralPath $env:JAR).LastWriteTime = Get-Date"

:run
"%JDK%\bin\java.exe" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m --enable-native-access=ALL-UNNAMED "-Dorderly.root=%ROOT%" -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:try
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
rem The dot is a quotation mark, which would begin and end quotations here.
findstr /b /r /c:"JAVA_VERSION=.25" "%~1\release" >nul 2>&1 && set "JDK=%~f1"
exit /b 0
