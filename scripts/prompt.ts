import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Asks at the terminal and shows what is typed. */
export async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question(question);
  lines.close();
  return answer;
}

/** Asks at the terminal and shows nothing of what is typed. */
export async function askSecret(question: string): Promise<string> {
  process.stdout.write(question);
  const nowhere = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  // In this mode the terminal hands Ctrl-C to us as a key.
  lines.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  const answer = await lines.question("");
  lines.close();
  process.stdout.write("\n");
  return answer;
}
