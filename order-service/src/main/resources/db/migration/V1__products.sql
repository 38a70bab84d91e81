-- The price list. order-service owns it; inventory-service seeds its stock from the same table.
create table products (
	sku text primary key,
	name text not null,
	price_minor bigint not null check (price_minor > 0),
	currency text not null
);

insert into products (sku, name, price_minor, currency) values
	('TEA-001', 'Assam Second Flush', 1250, 'EUR'),
	('TEA-002', 'Darjeeling First Flush', 1890, 'EUR'),
	('TEA-003', 'Earl Grey', 990, 'EUR'),
	('TEA-004', 'Sencha', 1150, 'EUR'),
	('TEA-005', 'Gyokuro', 2890, 'EUR'),
	('TEA-006', 'Oolong Tieguanyin', 1650, 'EUR'),
	('TEA-007', 'Pu-erh Cake', 3490, 'EUR'),
	('TEA-008', 'Rooibos', 790, 'EUR'),
	('COF-001', 'Espresso Roast', 1390, 'EUR'),
	('COF-002', 'Filter Roast', 1290, 'EUR'),
	('COF-003', 'Decaf Roast', 1350, 'EUR'),
	('COF-004', 'Yirgacheffe', 1790, 'EUR'),
	('COF-005', 'Sumatra Mandheling', 1690, 'EUR'),
	('CUP-001', 'Porcelain Cup', 1490, 'EUR'),
	('CUP-002', 'Glass Cup', 1190, 'EUR'),
	('CUP-003', 'Travel Mug', 2490, 'EUR'),
	('POT-001', 'Cast Iron Teapot', 5990, 'EUR'),
	('POT-002', 'Glass Teapot', 3990, 'EUR'),
	('POT-003', 'French Press', 3490, 'EUR'),
	('ACC-001', 'Tea Strainer', 590, 'EUR'),
	('ACC-002', 'Milk Frother', 1990, 'EUR'),
	('ACC-003', 'Burr Grinder', 8990, 'EUR'),
	('ACC-004', 'Kettle Thermometer', 1290, 'EUR'),
	('ACC-005', 'Honey Dipper', 390, 'EUR');
