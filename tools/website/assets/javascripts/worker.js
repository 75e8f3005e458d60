// Runs examples by Pyodide, away from the page, so that the page never waits.
// In:  { id, code, before, scope, prompts }, where `before` are examples to run first, unseen.
// Out: { ready: true } once, or { id, shown } or { id, failed }.

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
  // The first answer of the library reads its models: the reader has not asked for it yet.
  python.runPython("import mlcareerdata; mlcareerdata.salary_range('data scientist')");
  postMessage({ ready: true });
  return scope.get("run");
}

const ready = start();

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
