# One database and one role for each owner, with the password of the Secret; nobody else gets in.
# Read by the image's entrypoint, once, while PostgreSQL listens to nobody else. The provider's is the last:
# when it answers, all are there.
for owner in orders inventory payments notifications provider; do
  psql --username postgres --set ON_ERROR_STOP=1 --set owner="$owner" --set password="$(cat "/run/databases/$owner")" <<'SQL'
create role :"owner" login password :'password';
create database :"owner" owner :"owner";
revoke all on database :"owner" from public;
SQL
done
