-- Committed and not yet acknowledged by the broker. Of one key, the order of ids is the order of commits,
-- because whoever publishes holds the lock of the aggregate's row.
create table outbox (
  id          bigint generated always as identity primary key,
  bucket      smallint    not null,
  key         uuid        not null,
  message_id  uuid        not null,
  type        text        not null,
  topic       text        not null,
  time        timestamptz not null,
  traceparent text,
  body        text        not null
);

-- Who may send a bucket. A relay that dies or is paused loses its buckets when its lease ends, on this clock.
create table outbox_lease (
  bucket smallint    primary key,
  owner  uuid,
  until  timestamptz not null default '-infinity'
);
insert into outbox_lease (bucket) select generate_series(0, 15);

-- The relays that live, each entitled to its share of the buckets.
create table outbox_relay (
  owner uuid        primary key,
  until timestamptz not null
);

-- What the broker refused for good. A row here is a fact that the other services do not know.
create table outbox_dead_letter (
  id          bigint      primary key,
  key         uuid        not null,
  message_id  uuid        not null,
  type        text        not null,
  topic       text        not null,
  time        timestamptz not null,
  traceparent text,
  body        text        not null,
  reason      text        not null,
  failed_at   timestamptz not null default now()
);

-- The messages that had their effect.
create table inbox (
  subscription text        not null,
  message_id   uuid        not null,
  handled_at   timestamptz not null default now(),
  primary key (subscription, message_id)
);
create index inbox_handled_at on inbox (handled_at);
