-- One row for each order, whoever comes first: a demand, or the tombstone of an order that was cancelled before.
create table payments (
	order_id     uuid primary key,
	payment_id   uuid not null unique,
	state        text not null
		check (state in ('PENDING', 'UNKNOWN', 'CAPTURED', 'DECLINED', 'CANCELLED', 'REFUNDING', 'REFUNDED')),
	cancelled    boolean not null,
	amount_minor bigint check (amount_minor >= 0),
	currency     text,
	method       text,
	reason       text,
	refund_id    uuid unique,
	traceparent  text,
	-- When the reconciler may take it; null when nothing is left to do.
	due_at       timestamptz,
	attempts     integer not null default 0,
	created_at   timestamptz not null default now(),
	updated_at   timestamptz not null default now(),
	check ((amount_minor is null) = (currency is null) and (currency is null) = (method is null)),
	check (state in ('CANCELLED') or amount_minor is not null),
	check (state not in ('REFUNDING', 'REFUNDED') or refund_id is not null),
	check ((due_at is not null) = (state in ('PENDING', 'UNKNOWN', 'REFUNDING')))
);

create index payments_due on payments (due_at) where due_at is not null;
