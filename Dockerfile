# One build for all modules (no ARG before Maven, so that it runs once), then a small image for each process.
FROM maven:3.9.11-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -ntp -Dquick -DskipTests package
# Layered: what changes seldom (dependencies) lies below what changes often (our classes).
RUN for module in registry gateway order-service inventory-service payment-service; do \
      java -Djarmode=tools -jar $module/target/$module.jar extract --layers --destination /out/$module; \
    done

FROM eclipse-temurin:25-jre AS process
RUN useradd --system --uid 10001 --no-create-home orderly
COPY compose/healthy /usr/local/bin/
USER orderly
WORKDIR /app
# The launcher's flags for a demonstration, with its reasons: many small JVMs on few cores, started often.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=40 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -Xss512k -XX:-UsePerfData -XX:+ExitOnOutOfMemoryError"
# In a container the network is the container's own: bind to all of it. Logs go to stdout, as ECS JSON.
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080 LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs
HEALTHCHECK --interval=3s --timeout=3s --start-period=60s --retries=20 \
  CMD ["healthy", "/actuator/health/readiness"]

FROM process AS registry
COPY --from=build /out/registry/dependencies/ /out/registry/spring-boot-loader/ ./
COPY --from=build /out/registry/snapshot-dependencies/ ./
COPY --from=build /out/registry/application/ ./
ENTRYPOINT ["java", "-jar", "registry.jar"]

FROM process AS gateway
COPY --from=build /out/gateway/dependencies/ /out/gateway/spring-boot-loader/ ./
COPY --from=build /out/gateway/snapshot-dependencies/ ./
COPY --from=build /out/gateway/application/ ./
ENTRYPOINT ["java", "-jar", "gateway.jar"]

FROM process AS order-service
COPY --from=build /out/order-service/dependencies/ /out/order-service/spring-boot-loader/ ./
COPY --from=build /out/order-service/snapshot-dependencies/ ./
COPY --from=build /out/order-service/application/ ./
ENTRYPOINT ["java", "-jar", "order-service.jar"]

FROM process AS inventory-service
COPY --from=build /out/inventory-service/dependencies/ /out/inventory-service/spring-boot-loader/ ./
COPY --from=build /out/inventory-service/snapshot-dependencies/ ./
COPY --from=build /out/inventory-service/application/ ./
ENTRYPOINT ["java", "-jar", "inventory-service.jar"]

FROM process AS payment-service
COPY --from=build /out/payment-service/dependencies/ /out/payment-service/spring-boot-loader/ ./
COPY --from=build /out/payment-service/snapshot-dependencies/ ./
COPY --from=build /out/payment-service/application/ ./
ENTRYPOINT ["java", "-jar", "payment-service.jar"]

FROM process AS payment-provider
# One jar: no Spring in it, so the tool that takes layers apart does not run there.
COPY --from=build /src/payment-provider/target/payment-provider.jar ./
HEALTHCHECK --interval=3s --timeout=3s --start-period=60s --retries=20 \
  CMD ["healthy", "/health"]
ENTRYPOINT ["java", "-jar", "payment-provider.jar"]

FROM process AS lab
COPY --from=build /src/lab/target/lib/ ./lib/
COPY --from=build /src/lab/target/lab.jar ./
HEALTHCHECK NONE
ENTRYPOINT ["java", "-jar", "lab.jar"]
