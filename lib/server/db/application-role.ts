import { z } from "zod";

/**
 * What the login of a session may do beyond what the application needs: `excess` names each thing
 * and is empty for a login as it should be. `works`: it may do what the application needs, in a
 * database that has the application's tables.
 */
export const loginRightsSql = `
  select session_user::text as login,
    coalesce(has_function_privilege(
      session_user, to_regprocedure('store_reports(text, uuid, jsonb)'), 'execute'), false)
      as works,
    array_remove(array[
      case when rolsuper then 'superuser' end,
      case when rolcreaterole then 'createrole' end,
      case when rolcreatedb then 'createdb' end,
      case when rolreplication then 'replication' end,
      case when rolbypassrls then 'bypassrls' end,
      case when exists (
        select from pg_roles as other
        where other.oid <> own.oid and other.rolname <> 'cakupan_app'
          and pg_has_role(own.oid, other.oid, 'member')) then 'member' end,
      case when exists (
        select from pg_class
        where relnamespace = 'public'::regnamespace and relowner = own.oid) then 'owner' end,
      case when exists (
        select from unnest(array['audit_entry', 'audit_head', 'tally_history', 'submission',
                                 'daily_report', 'tally', 'report_part',
                                 'report_part_history']) as name
        where has_table_privilege(own.oid, to_regclass(name), 'update, delete, truncate, trigger')
           or has_any_column_privilege(own.oid, to_regclass(name), 'update')) then 'history' end
    ], null) as excess
  from pg_roles as own where own.rolname = session_user`;

const excesses = [
  "superuser",
  "createrole",
  "createdb",
  "replication",
  "bypassrls",
  "member",
  "owner",
  "history",
] as const;

const loginRights = z.object({
  login: z.string(),
  works: z.boolean(),
  excess: z.array(z.enum(excesses)),
});
export type LoginRights = z.infer<typeof loginRights>;

/** Reads the one row of {@link loginRightsSql}. */
export function readLoginRights(rows: readonly unknown[]): LoginRights {
  return z.tuple([loginRights]).parse(rows)[0];
}
