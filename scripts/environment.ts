import { existsSync } from "node:fs";
import path from "node:path";

import { makeLoginSql } from "./application-role";
import { projectFolder } from "./project";
import { CommandError } from "./command-error";

const minSecret = 32;

/** Reads `.env` of the project, if there is one; what is set already wins. */
export function readEnvironmentFile(): void {
  const file = path.join(projectFolder, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** PORT, 3000 by default. */
export function webPort(): number {
  const text = process.env["PORT"] ?? "3000";
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new CommandError(`PORT harus berupa angka 1 sampai 65535, bukan "${text}".`);
}

/** RESTART_TRIES: starts in a row of a part that does not last, before everything ends. */
export function restartTries(): number {
  return wholeNumber("RESTART_TRIES", 10, 0, 1_000);
}

/** WEB_MEMORY_MB: heap of the web server, which dies alone when it wants more. */
export function webMemory(): number {
  return wholeNumber("WEB_MEMORY_MB", 1_024, 128, 65_536);
}

function wholeNumber(name: string, standard: number, from: number, to: number): number {
  const text = process.env[name] ?? "";
  const value = text === "" ? standard : Number(text);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw new CommandError(
    `${name} harus berupa angka ${String(from)} sampai ${String(to)}, bukan "${text}".`,
  );
}

/** A PostgreSQL server of somebody else's, by its two logins. */
export type ExternalDatabase = {
  /** DATABASE_URL: the web server's, which may do no more than its work. */
  readonly applicationUrl: string;
  /** MIGRATION_DATABASE_URL: owns the tables, for migrations and the commands. */
  readonly ownerUrl: string;
};

/** DATABASE_URL with MIGRATION_DATABASE_URL, or undefined for the PostgreSQL of the data folder. */
export function externalDatabase(): ExternalDatabase | undefined {
  const applicationUrl = postgresAddress("DATABASE_URL");
  const ownerUrl = postgresAddress("MIGRATION_DATABASE_URL");
  if (applicationUrl !== undefined && ownerUrl !== undefined) return { applicationUrl, ownerUrl };
  if (applicationUrl === undefined && ownerUrl === undefined) return undefined;
  if (applicationUrl === undefined) {
    throw new CommandError(
      "MIGRATION_DATABASE_URL hanya dipakai bersama DATABASE_URL, yang belum diisi.",
    );
  }
  throw new CommandError(
    "DATABASE_URL saja tidak cukup: server web memakai akun yang tidak dapat mengubah tabel atau " +
      "riwayat. Isi MIGRATION_DATABASE_URL dengan akun pemilik tabel (bila sampai sekarang hanya ada " +
      "satu akun, akun itulah), dan DATABASE_URL dengan akun yang dibuat administrator server " +
      `PostgreSQL dengan:\n\n${makeLoginSql}`,
  );
}

function postgresAddress(name: "DATABASE_URL" | "MIGRATION_DATABASE_URL"): string | undefined {
  const url = process.env[name];
  if (url === undefined || url === "") return undefined;
  if (URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)) return url;
  throw new CommandError(
    `${name} tidak terbaca. Bentuknya: postgresql://pengguna:sandi@alamat:5432/nama`,
  );
}

/** NEXTAUTH_SECRET of an installation with its own server; nobody else can make one for it. */
export function requireSecret(): string {
  const secret = process.env["NEXTAUTH_SECRET"] ?? "";
  if (secret.length >= minSecret) return secret;
  const what = secret === "" ? "belum diisi" : "terlalu pendek";
  throw new CommandError(
    `NEXTAUTH_SECRET ${what}: isi sedikitnya ${String(minSecret)} karakter acak, ` +
      'misalnya dari perintah "openssl rand -base64 48".',
  );
}

/** NEXTAUTH_URL, by default this machine. */
export function publicUrl(port: number): string {
  const given = process.env["NEXTAUTH_URL"];
  if (given === undefined || given === "") return `http://localhost:${String(port)}`;
  if (URL.canParse(given)) return given;
  throw new CommandError(`NEXTAUTH_URL tidak terbaca sebagai alamat: "${given}".`);
}
