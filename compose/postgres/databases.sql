-- One database and one role for each owner; nobody else gets in.
create role orders login password 'orderly';
create database orders owner orders;
revoke all on database orders from public;

create role inventory login password 'orderly';
create database inventory owner inventory;
revoke all on database inventory from public;

create role payments login password 'orderly';
create database payments owner payments;
revoke all on database payments from public;

create role notifications login password 'orderly';
create database notifications owner notifications;
revoke all on database notifications from public;

create role provider login password 'orderly';
create database provider owner provider;
revoke all on database provider from public;
