// Runs examples by Pyodide, away from the page, so that the page never waits.
// In:  { id, code, before, scope, prompts }, where `before` are examples to run first, unseen.
// Out: { ready: true } or { broken } once, then { id, shown } or { id, failed }.

const base = new URL("../python/", import.meta.url).href;

async function bytes(name) {
  const answer = await fetch(base + name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.statusText}`);
  return answer.arrayBuffer();
}

async function start() {
  const { loadPyodide } = await import(`${base}pyodide.mjs`);
  const wheels = JSON.parse(new TextDecoder().decode(await bytes("wheels.json")));
  const [python, runner, ...unpacked] = await Promise.all([
    loadPyodide({ indexURL: base }),
    bytes("runner.py"),
    ...wheels.map(bytes),
  ]);
  const extractDir = python.runPython("import site; site.getsitepackages()[0]");
  for (const wheel of unpacked) python.unpackArchive(wheel, "wheel", { extractDir });
  const scope = python.toPy({});
  python.runPython(new TextDecoder().decode(runner), { globals: scope });
  python.runPython("import mlcareerdata");
  postMessage({ ready: true });
  read(python);
  return scope.get("run");
}

// Read the tables while the reader reads, one at a time, so that no question waits long.
async function read(python) {
  const tables = python.runPython("import mlcareerdata._registry as r; ' '.join(r.FACTS)");
  for (const table of tables.split(" ")) {
    await new Promise((resolve) => setTimeout(resolve));
    python.runPython(`mlcareerdata.${table}()`);
  }
}

const ready = start();
ready.catch((error) => postMessage({ broken: String(error) }));

onmessage = async ({ data }) => {
  try {
    const run = await ready;
    for (const code of data.before) run(code, data.scope, data.prompts).destroy();
    const shown = run(data.code, data.scope, data.prompts);
    postMessage({ id: data.id, shown: shown.toJs() });
    shown.destroy();
  } catch (error) {
    postMessage({ id: data.id, failed: String(error) });
  }
};
