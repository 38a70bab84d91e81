"use strict";

const zipkin = document.body.dataset.zipkin;
const field = (id) => document.getElementById(id);
const steps = field("steps");

function basket() {
	return {
		lines: [{ sku: field("sku").value, quantity: Number(field("quantity").value) }],
		payment: { method: field("method").value },
		checkout: field("checkout").value,
	};
}

function showCurl() {
	field("curl").textContent = `curl -i ${location.origin}/api/v1/orders \\\n  -H 'Content-Type: application/json' \\\n  -d '${JSON.stringify(basket())}'`;
}

function link(text, href) {
	const anchor = document.createElement("a");
	anchor.textContent = text;
	anchor.href = href;
	return anchor;
}

function step(kind, start, ...parts) {
	const item = document.createElement("li");
	item.className = kind;
	item.append(...parts);
	const time = document.createElement("small");
	time.textContent = `${Math.round(performance.now() - start)} ms`;
	item.append(time);
	steps.append(item);
	steps.hidden = false;
}

const kindOf = (status) => ({ CONFIRMED: "good", CANCELLED: "bad" })[status] ?? "";

async function follow(url, start) {
	for (let wait = 50; performance.now() - start < 30000; wait = Math.min(wait * 1.5, 1000)) {
		const order = await (await fetch(url)).json();
		if (order.status !== "PLACED") {
			return step(kindOf(order.status), start, order.status + (order.reason ? ` (${order.reason})` : ""));
		}
		await new Promise((resume) => setTimeout(resume, wait));
	}
	step("", start, "Still PLACED: look at its trace");
}

function showProblem(problem, start) {
	step("bad", start, `${problem.status} `, link(problem.title, problem.type), ` ${problem.detail ?? ""}`);
	for (const error of problem.errors ?? []) {
		step("bad", start, `${error.field}: ${error.message}`);
	}
}

async function place() {
	const start = performance.now();
	const answer = await fetch("/api/v1/orders", {
		method: "POST",
		headers: { "Content-Type": "application/json", "Idempotency-Key": `"page-${Date.now()}-${Math.random()}"` },
		body: JSON.stringify(basket()),
	});
	const body = await answer.json();
	if (answer.ok) {
		step(kindOf(body.status), start, `${answer.status} `, link(`order ${body.id}`, `/api/v1/orders/${body.id}`), ` ${body.status}`);
	} else {
		showProblem(body, start);
	}
	const trace = answer.headers.get("X-Trace-Id");
	if (trace) {
		step("good", start, "Served by ", answer.headers.get("X-Served-By") ?? "?", "; ", link("its trace", `${zipkin}/zipkin/traces/${trace}`));
	}
	if (answer.ok && body.status === "PLACED") {
		await follow(`/api/v1/orders/${body.id}`, start);
	}
}

field("order").addEventListener("input", showCurl);
field("order").addEventListener("submit", async (event) => {
	event.preventDefault();
	const button = event.submitter ?? field("order").querySelector("button");
	button.disabled = true;
	steps.replaceChildren();
	try {
		await place();
	} catch (failure) {
		step("bad", performance.now(), `No answer: ${failure.message}`);
	} finally {
		button.disabled = false;
	}
});

showCurl();
fetch("/api/v1/products").then((answer) => answer.json()).then(({ items }) => {
	field("sku").replaceChildren(...items.map(({ sku, name, priceMinor, currency }) =>
		new Option(`${name}, ${(priceMinor / 100).toFixed(2)} ${currency}`, sku)));
	showCurl();
}).catch(() => {});
