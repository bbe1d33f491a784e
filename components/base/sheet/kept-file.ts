/** The form with its file read into memory: the file on the disk may be another by now. */
export async function withFileRead(form: FormData): Promise<FormData> {
  const copy = new FormData();
  for (const [name, value] of form) {
    if (typeof value === "string") copy.append(name, value);
    else if (value.name !== "")
      copy.append(name, new File([await value.arrayBuffer()], value.name));
  }
  return copy;
}

/** What was asked before, the file with it, and what is answered now in place of earlier answers. */
export function withAnswers(asked: FormData, answers: FormData): FormData {
  const whole = new FormData();
  for (const [name, value] of asked) if (!answers.has(name)) whole.append(name, value);
  for (const [name, value] of answers) whole.append(name, value);
  return whole;
}
