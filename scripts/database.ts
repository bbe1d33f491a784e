import { ensureClient } from "./build";
import { openDataFolder } from "./data-folder";
import { findRunning, holdOrFail, startEmbedded } from "./embedded-database";
import { externalDatabase, readEnvironmentFile } from "./environment";
import { requireReachable } from "./external-database";
import { Lifetime } from "./lifetime";
import { applyMigrations } from "./migrate";
import { runCommand } from "./command-error";

/** The owner's address; the data folder, where the database is the one in it. */
export type ReachedDatabase = { readonly url: string; readonly dataFolder?: string };

/**
 * Runs a command on the installation's database: that of MIGRATION_DATABASE_URL, or the data folder's, which
 * is started for the time of the command unless it runs already. Ends the process.
 */
export async function runOnDatabase(
  command: (database: ReachedDatabase) => Promise<void>,
): Promise<never> {
  const lifetime = new Lifetime();
  lifetime.listenToSignals();
  return runCommand(async () => {
    readEnvironmentFile();
    try {
      await ensureClient(lifetime);
      await command(await reach(lifetime));
    } finally {
      await lifetime.end();
    }
  });
}

async function reach(lifetime: Lifetime): Promise<ReachedDatabase> {
  const external = externalDatabase();
  if (external !== undefined) {
    await requireReachable(external);
    await applyMigrations(external.ownerUrl);
    return { url: external.ownerUrl };
  }
  const dataFolder = openDataFolder();
  const running = await findRunning(dataFolder);
  if (running !== undefined) return { url: running, dataFolder };

  await holdOrFail(dataFolder, lifetime);
  const { ownerUrl: url } = await startEmbedded(dataFolder, lifetime);
  await applyMigrations(url);
  return { url, dataFolder };
}
