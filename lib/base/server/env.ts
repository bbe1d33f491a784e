import { z } from "zod";

const environment = z.object({
  DATABASE_URL: z.url(),
  NEXTAUTH_SECRET: z.string().min(32),
  NEXTAUTH_URL: z.url(),
  /**
   * Proxies of our own in front of this server, each of which appends to X-Forwarded-For. 0: none,
   * and the header says nothing, because anyone can send it.
   */
  TRUST_PROXY: z.coerce.number().int().min(0).max(9).default(0),
  /** Memory for answers kept per campaign version; 0 keeps none. */
  KEPT_ANSWERS_MB: z.coerce.number().int().min(0).max(1024).default(32),
  /** Where the database's files are, when they are this machine's: how full the disk is, is told. */
  DATABASE_FOLDER: z.string().min(1).optional(),
  /** Folder of the build, where the worker's script is. */
  NEXT_DIST_DIR: z.string().default(".next"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
});

type Environment = z.infer<typeof environment>;

let checked: Environment | undefined;

/**
 * The process environment, checked at first use: a build needs none of it. Nothing else reads
 * `process.env`.
 *
 * @throws {z.ZodError} naming each setting that is missing or wrong.
 */
export function env(): Environment {
  checked ??= environment.parse(process.env);
  return checked;
}

/** Name of the script that reads files, in the folder of the build. */
export const readerScriptName = "cakupan-reader.cjs";

/**
 * The script that reads files in threads of its own: in the folder of the build, unless FILE_READER
 * names another, as tests do. Needs nothing else of the environment. From the working folder, as all
 * that is started here: a path put together here would be taken for a pattern of files to bundle.
 */
export function fileReaderScript(): string {
  const { FILE_READER: file = "", NEXT_DIST_DIR: folder = ".next" } = process.env;
  return file === "" ? `${folder}/${readerScriptName}` : file;
}
