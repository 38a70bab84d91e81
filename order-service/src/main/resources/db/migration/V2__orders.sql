-- Ids are UUIDv7: their order is the order of placing, so the primary key also serves the list.
-- Lines are fixed when the order is placed and are never searched: they lie in the order's row.
create table orders (
	id uuid primary key,
	customer text not null,
	checkout text not null check (checkout in ('async', 'sync')),
	payment_method text not null,
	lines jsonb not null,
	total_minor bigint not null check (total_minor > 0),
	currency text not null,
	status text not null check (status in ('PLACED', 'CONFIRMED', 'CANCELLED')),
	reason text check (reason in ('SHORT', 'DECLINED', 'UNKNOWN', 'DEADLINE', 'CUSTOMER')),
	placed_at timestamptz not null,
	updated_at timestamptz not null,
	deadline timestamptz not null,
	traceparent text,
	check ((status = 'CANCELLED') = (reason is not null))
);

create index orders_by_deadline on orders (deadline) where status = 'PLACED';

-- What happened to an order, at the events' own time. An event that is heard again is not a second entry.
create table timeline (
	order_id uuid not null references orders,
	event text not null,
	at timestamptz not null,
	primary key (order_id, event)
);

-- One row per Idempotency-Key. Without an answer the request is in progress: its order has not ended yet.
create table idempotency_keys (
	customer text not null,
	key text not null,
	fingerprint text not null,
	order_id uuid not null unique,
	api_version text not null,
	instance text not null,
	traceparent text,
	status int,
	location text,
	content_type text,
	body text,
	created_at timestamptz not null default now(),
	primary key (customer, key)
);

create index idempotency_keys_by_age on idempotency_keys (created_at);
