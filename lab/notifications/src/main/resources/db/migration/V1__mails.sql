-- A mail that was sent. Nothing here says that an order may have only one: that is what the inbox is for.
create table mails (
	id       bigint generated always as identity primary key,
	order_id uuid        not null,
	text     text        not null,
	sent_at  timestamptz not null default now()
);

create index mails_order_id on mails (order_id);
