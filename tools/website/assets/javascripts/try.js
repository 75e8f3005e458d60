// A button "Try it" under each example: it opens an editor, whose button "Run" runs the code in this
// page. Nothing is loaded before the first click.

import { megabytes } from "./size.js";

const LOADS = `Runs here; the first click loads ${megabytes} MB.`;
let worker; // one for the page; it is made by the first click, and again after "Stop"
let last = 0;
const waiting = new Map(); // what to do with an answer, by the id of the question
const editors = [];

// --- The worker -----------------------------------------------------------------------------------

function start() {
  if (worker) return;
  say(`Loading Python and the library, ${megabytes} MB. You can edit meanwhile.`);
  worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }) => {
    if (data.ready) return say("Ready to run.");
    if (data.broken) return stop(`Python could not be loaded (${data.broken}). Run tries again.`);
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  worker.onerror = () => stop("Python could not be loaded. Run tries again.");
}

function stop(why) {
  worker?.terminate();
  worker = undefined;
  for (const editor of editors) editor.ran = false; // its names went with the worker
  say(why);
  for (const answer of waiting.values()) answer({ failed: why });
  waiting.clear();
}

function ask(question) {
  start();
  const id = ++last;
  worker.postMessage({ id, ...question });
  return new Promise((resolve) => waiting.set(id, resolve));
}

function say(text) {
  for (const editor of editors) if (!editor.panel.hidden) editor.status.textContent = text;
}

// --- One example ----------------------------------------------------------------------------------

// The code of an example that stands with its prompts and its output.
function typed(text) {
  const lines = text.split("\n").filter((line) => /^(>>>|\.\.\.)( |$)/.test(line));
  return lines.map((line) => line.slice(4)).join("\n");
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

// A card or a table; it may be wider than the page, and is then scrolled.
function card(html) {
  const element = make("div", { className: "try-html", tabIndex: 0, innerHTML: html });
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", "Card");
  return element;
}

class Editor {
  constructor(block, number, scope) {
    const text = block.querySelector("code").textContent;
    this.prompts = block.classList.contains("language-pycon");
    this.scope = scope;
    this.code = this.prompts ? typed(text) : text.trimEnd();
    this.ran = false;
    this.open = make("button", { type: "button", className: "try-open", textContent: "Try it" });
    this.open.setAttribute("aria-expanded", "false");
    this.open.setAttribute("aria-controls", `try-${number}`);
    this.panel = make("div", { id: `try-${number}`, className: "try", hidden: true });
    this.bar = make("div", { className: "try-bar" }, this.open);
    if (number === 1) this.bar.append(make("span", { className: "try-loads", textContent: LOADS }));
    this.open.onclick = () => this.toggle(number);
    block.after(this.bar, this.panel);
  }

  toggle(number) {
    if (!this.area) this.fill(number);
    this.panel.hidden = !this.panel.hidden;
    this.open.setAttribute("aria-expanded", String(!this.panel.hidden));
    this.open.textContent = this.panel.hidden ? "Try it" : "Close";
    if (this.panel.hidden) return;
    start();
    this.area.focus();
  }

  fill(number) {
    const rows = Math.max(2, this.code.split("\n").length);
    this.area = make("textarea", { id: `code-${number}`, rows, value: this.code, spellcheck: false });
    this.area.autocapitalize = "off";
    const label = make("label", { htmlFor: this.area.id, textContent: "Code, to be changed" });
    this.go = make("button", { type: "button", className: "try-run", textContent: "Run" });
    this.go.title = "Ctrl+Enter";
    this.halt = make("button", { type: "button", textContent: "Stop", hidden: true });
    this.reset = make("button", { type: "button", textContent: "Reset" });
    this.status = make("span", { className: "try-status" });
    this.status.setAttribute("role", "status");
    this.result = make("div", { className: "try-result", hidden: true });
    this.result.setAttribute("role", "region");
    this.result.setAttribute("aria-label", `Result ${number}`);
    this.go.onclick = () => this.run();
    this.halt.onclick = () => stop("Stopped. Run starts Python anew.");
    this.reset.onclick = () => ((this.area.value = this.code), this.area.focus());
    this.area.onkeydown = (event) => {
      event.stopPropagation(); // letters are shortcuts of the page
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.run();
    };
    const buttons = make("p", { className: "try-buttons" }, this.go, this.halt, this.reset, this.status);
    this.panel.append(label, this.area, buttons, this.result);
  }

  async run() {
    if (this.go.disabled) return;
    this.go.disabled = true;
    this.halt.hidden = false;
    if (worker) this.status.textContent = "Running.";
    const earlier = editors.slice(0, editors.indexOf(this)).filter((e) => e.scope === this.scope && !e.ran);
    const before = earlier.map((editor) => editor.code);
    const begun = performance.now();
    const { scope, prompts } = this;
    const answer = await ask({ code: this.area.value, before, scope, prompts });
    this.show(answer, (performance.now() - begun) / 1000);
    if (!answer.failed) for (const editor of [...earlier, this]) editor.ran = true;
    this.halt.hidden = true;
    this.go.disabled = false;
  }

  show({ shown = [], failed = "" }, seconds) {
    this.result.replaceChildren();
    for (const [kind, text] of shown) {
      if (kind === "html") this.result.append(card(text));
      else this.result.append(make("pre", { className: `try-${kind}`, textContent: text }));
    }
    this.result.hidden = !shown.length;
    const wrong = shown.some(([kind]) => kind === "error");
    const how = wrong ? "It raised an error, shown below" : shown.length ? "Done" : "Done; it shows nothing";
    this.status.textContent = failed || `${how} (${seconds.toFixed(1)} s).`;
  }
}

// --- The page -------------------------------------------------------------------------------------

function dress() {
  const docstrings = [];
  for (const block of document.querySelectorAll(".language-pycon.highlight, .language-python.highlight")) {
    if (block.closest(".doc-signature")) continue;
    const needs = block.dataset.needs;
    if (needs) {
      const text = `Needs ${needs}, which a browser has not: run it on your computer.`;
      block.after(make("p", { className: "try-not", textContent: text }));
      continue;
    }
    // Examples of one docstring share their names, and so do those of a page.
    const docstring = block.closest(".doc-contents");
    if (docstring && !docstrings.includes(docstring)) docstrings.push(docstring);
    const scope = docstring ? `docstring ${docstrings.indexOf(docstring)}` : "page";
    editors.push(new Editor(block, editors.length + 1, scope));
  }
}

dress();
