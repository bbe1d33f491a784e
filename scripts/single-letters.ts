import { ColumnTypeEnum, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import pg from "pg";

/** PostgreSQL's inner type "char", of which its catalogue has columns. */
const innerChar = 18;

/** Carries the type past the adapter on the column's name, where none can end like this. */
const mark = "\0char";

/**
 * Teaches the adapter the type "char", which it rejects to read and the schema engine asks for:
 * without it no schema that is in a database could be described.
 */
export function readSingleLetters(adapter: SqlDriverAdapter, pool: pg.Pool): void {
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  pool.query = (async (config: pg.QueryConfig) => {
    const result = await query(config);
    for (const field of result.fields) {
      if (field.dataTypeID !== innerChar) continue;
      field.dataTypeID = pg.types.builtins.BPCHAR;
      field.name += mark;
    }
    return result;
  }) as pg.Pool["query"];

  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (sql) => {
    const { columnNames, columnTypes, rows } = await queryRaw(sql);
    return {
      rows,
      columnNames: columnNames.map((name) => name.replace(mark, "")),
      columnTypes: columnNames.map((name, index) =>
        name.endsWith(mark)
          ? ColumnTypeEnum.Character
          : (columnTypes[index] ?? ColumnTypeEnum.Text),
      ),
    };
  };
}
