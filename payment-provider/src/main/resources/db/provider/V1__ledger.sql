-- Append-only. The clock is the database's; position gives the order of writing.
create table ledger (
	position     bigint generated always as identity,
	id           uuid primary key,
	kind         text not null check (kind in ('CHARGE', 'DECLINE', 'VOID', 'REFUND')),
	order_id     uuid not null,
	amount_minor bigint not null check (amount_minor >= 0),
	currency     text not null,
	at           timestamptz not null default clock_timestamp()
);

-- An order is charged, declined or voided once: whoever writes first decides.
create unique index ledger_outcome on ledger (order_id) where kind <> 'REFUND';
create index ledger_refunds on ledger (order_id) where kind = 'REFUND';
