import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const HEARTBEAT_MS = 20_000;
const STOP_MS = 8_000;
/** Only what hangs takes so long: a machine that is merely slow is given its time, whatever the step. */
const LIMIT_MS = 1_800_000;

/** Every step that runs now, oldest first. */
const running = new Set();
const terminal = process.stdout.isTTY === true && process.env.TERM !== "dumb";
let painter = null;
let frame = 0;

/** Prints a line above the progress that is being painted. */
export function say(line = "") {
  clear();
  process.stdout.write(`${line}\n`);
  paint();
}

/**
 * Runs a command to its end with visible progress, and prints everything it said when it fails.
 * Never throws for a command that fails; `note` may add a few words to the line of one that succeeded.
 * Returns whether it succeeded and what it printed.
 */
export function runStep(name, command, args, { env = {}, timeoutMs = LIMIT_MS, note = () => "" } = {}) {
  return new Promise((resolve) => {
    const step = { name, startedAt: Date.now(), last: "", output: "", child: null };
    // A group of its own, so that stopping the step stops whatever it started.
    step.child = spawn(command, args, {
      env: { ...process.env, FORCE_COLOR: "0", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const overdue = setTimeout(() => {
      step.output += `\nstopped after ${seconds(timeoutMs)}\n`;
      kill(step, "SIGKILL");
    }, timeoutMs);
    const heartbeat = setInterval(() => beat(step), HEARTBEAT_MS);
    const finish = (ok) => {
      clearTimeout(overdue);
      clearInterval(heartbeat);
      remove(step);
      say(`${ok ? "✓" : "✗"} ${name} ${seconds(Date.now() - step.startedAt)}${suffix(ok ? note(step.output) : "failed")}`);
      if (!ok) say(indented(step.output));
      resolve({ ok, output: step.output });
    };
    for (const stream of [step.child.stdout, step.child.stderr]) stream.on("data", (chunk) => listen(step, chunk));
    step.child.once("error", (error) => {
      step.output += `${error.message}\n`;
      finish(false);
    });
    step.child.once("close", (code) => finish(code === 0));
    running.add(step);
    start(step);
  });
}

/**
 * Runs jobs `{ name, run, needs, share }` in their order, each once those that it names in `needs` are over (a need that is not among the jobs
 * is met), as long as the shares of what runs stay within `cores`: 1 keeps a core busy, less mostly waits. Answers what each `run` answered.
 */
export function inOrder(jobs, cores) {
  const [waiting, unfinished] = [[...jobs], new Set(jobs.map(({ name }) => name))];
  const results = [];
  let used = 0;
  return new Promise((resolve, reject) => {
    const ready = ({ needs = [], share = 1 }) =>
      needs.every((need) => !unfinished.has(need)) && (used === 0 || used + share <= cores);
    const begin = (job) => {
      waiting.splice(waiting.indexOf(job), 1);
      used += job.share ?? 1;
      job.run().then((result) => {
        results.push(result);
        unfinished.delete(job.name);
        used -= job.share ?? 1;
        next();
      }, reject);
    };
    const next = () => {
      for (let job = waiting.find(ready); job !== undefined; job = waiting.find(ready)) begin(job);
      if (unfinished.size === 0) resolve(results);
    };
    next();
  });
}

/** Stops every running step on Ctrl-C or when asked to end, by force if it has to, and exits with `128 + signal`. */
export function stopStepsOnSignal() {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  for (const [signal, code] of Object.entries(codes)) {
    process.once(signal, () => {
      for (const step of running) kill(step, "SIGTERM");
      const stopped = () => running.size === 0 && process.exit(code);
      stopped();
      setInterval(stopped, 50);
      setTimeout(() => {
        for (const step of running) kill(step, "SIGKILL");
        process.exit(code);
      }, STOP_MS);
    });
  }
}

/** Elapsed time for people: `4.2 s`, `2 min 05 s`. */
export function seconds(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const whole = Math.round(ms / 1000);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}

function kill(step, signal) {
  try {
    process.kill(-step.child.pid, signal);
  } catch {
    step.child.kill(signal); // the group is already gone
  }
}

function listen(step, chunk) {
  const text = stripVTControlCharacters(chunk.toString());
  step.output += text;
  // npm's warnings come first and would stay for minutes: they are kept, and are no sign of progress.
  const lines = text.split(/[\r\n]/).filter((line) => line.trim() !== "" && !line.startsWith("npm warn"));
  step.last = lines.at(-1)?.trim() ?? step.last;
}

function start(step) {
  if (!terminal) return say(`… ${step.name}`);
  painter ??= setInterval(repaint, 120);
}

function remove(step) {
  clear();
  running.delete(step);
  if (running.size > 0 || painter === null) return;
  clearInterval(painter);
  painter = null;
}

function beat(step) {
  if (!terminal) say(`  ${step.name} ${seconds(Date.now() - step.startedAt)}${suffix(step.last)}`);
}

function repaint() {
  frame += 1;
  clear();
  paint();
}

function clear() {
  if (painter !== null) process.stdout.write("\r\u001b[2K");
}

function paint() {
  if (painter === null) return;
  const parts = [...running].map((step) => `${step.name} ${seconds(Date.now() - step.startedAt)}${suffix(step.last)}`);
  const line = `${FRAMES[frame % FRAMES.length]} ${parts.join("  │  ")}`;
  process.stdout.write([...line].slice(0, (process.stdout.columns ?? 80) - 1).join(""));
}

function suffix(text) {
  return text === "" ? "" : ` · ${text}`;
}

function indented(output) {
  return output.trimEnd().replaceAll(/^/gm, "    ");
}
