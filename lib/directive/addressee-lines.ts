type ClassLine = {
  readonly name: string;
  /** Code of the office through which it is reached. */
  readonly office: string | null;
};

/**
 * Classes without a register as they are typed, a line each: name; office, by its code or name. The
 * office may be left out.
 *
 * @returns the classes, and the numbers of the lines that cannot be read, from 1.
 */
export function readClassLines(
  text: string,
  offices: readonly { readonly code: string; readonly name: string }[],
): { readonly classes: readonly ClassLine[]; readonly unreadable: readonly number[] } {
  const classes: ClassLine[] = [];
  const unreadable: number[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === "") return;
    const [name = "", named = "", ...rest] = line.split(/[;\t]/).map((part) => part.trim());
    const office = offices.find(
      ({ code, name: title }) => code === named || title.toLowerCase() === named.toLowerCase(),
    );
    const isReadable = name !== "" && name.length <= 120 && rest.every((part) => part === "");
    if (!isReadable || (named !== "" && !office)) unreadable.push(index + 1);
    else classes.push({ name, office: office?.code ?? null });
  });
  return { classes, unreadable };
}

/** The lines of classes, as {@link readClassLines} reads them. */
export function classLines(
  classes: readonly {
    readonly name: string;
    readonly office: { readonly code: string; readonly name: string } | null;
  }[],
): string {
  return classes
    .map(({ name, office }) => [name, office?.name].filter(Boolean).join("; "))
    .join("\n");
}
