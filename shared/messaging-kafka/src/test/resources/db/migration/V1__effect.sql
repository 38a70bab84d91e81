create table effect (key uuid not null, number int not null);
