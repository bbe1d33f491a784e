import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder with package.json, wherever the command was started from. */
export const projectFolder = path.resolve(fileURLToPath(new URL("..", import.meta.url)));
