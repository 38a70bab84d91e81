-- One row per sku. Pieces only move between columns, and the first check says that none gets lost or made.
create table stock (
	sku text primary key,
	at_start bigint not null,
	restocked bigint not null default 0,
	available bigint not null,
	held bigint not null default 0,
	sold bigint not null default 0,
	constraint conserved check (at_start + restocked = available + held + sold),
	constraint never_oversold check (available >= 0 and held >= 0 and sold >= 0)
);

-- One row per order that was ever heard of: also one that was refused, and one that ended before it began (a tombstone).
create table reservation (
	order_id uuid primary key,
	state text not null check (state in ('HELD', 'SOLD', 'RELEASED', 'REJECTED')),
	deadline timestamptz, -- null in a tombstone
	traceparent text, -- the order's trace, for what a timer does later
	asked integer not null default 0, -- how often order-service was asked what became of it
	ask_at timestamptz, -- when to ask (again), on this database's clock
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	constraint held_is_watched check (state <> 'HELD' or ask_at is not null)
);

create index reservation_to_ask_about on reservation (ask_at) where state = 'HELD';

create table reservation_line (
	order_id uuid not null references reservation,
	sku text not null, -- no foreign key: an unknown sku is refused, not an error
	quantity integer not null check (quantity > 0),
	available bigint, -- how many there were, where they were too few
	primary key (order_id, sku)
);
