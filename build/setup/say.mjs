import { spawn } from "node:child_process";

/** A failure with one sentence for the person at the keyboard: what, why, what to do. */
export class SetupFailure extends Error {}

/** One line to the person; never on standard output, which belongs to the step. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

const seconds = (startedAt) => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;

/** Says what is being done, every 10 s that it still goes on, and how long it took. */
export async function report(what, work) {
  const startedAt = performance.now();
  say(`${what} …`);
  const stillWorking = setInterval(() => say(`${what} … still working, ${seconds(startedAt)}`), 10_000);
  try {
    const answer = await work();
    say(`${what}: done in ${seconds(startedAt)}`);
    return answer;
  } finally {
    clearInterval(stillWorking);
  }
}

/** Runs a program and answers its exit code and all it wrote. It is ended after `timeoutMs`. */
export function capture(program, args, { cwd, env, timeoutMs, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: env ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: timeoutMs,
      windowsHide: true,
      shell,
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: 127, output: `${output}${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The end of what a program wrote, for a failure message. */
export function lastLines(output, count = 12) {
  return output.trim().split("\n").slice(-count).join("\n");
}
