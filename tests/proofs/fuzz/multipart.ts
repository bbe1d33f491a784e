export type Part = readonly [name: string, value: string | { file: string; bytes: Buffer }];

const mark = "----cakupan-fuzz";

export const multipartType = `multipart/form-data; boundary=${mark}`;

/** A form's body as browsers write it. */
export function writeMultipart(parts: readonly Part[]): Buffer {
  const chunks = parts.flatMap(([name, value]) => {
    const shown = name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
    const head = `--${mark}\r\nContent-Disposition: form-data; name="${shown}"`;
    return typeof value === "string"
      ? [Buffer.from(`${head}\r\n\r\n${value}\r\n`)]
      : [
          Buffer.from(
            `${head}; filename="${value.file}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
          ),
          value.bytes,
          Buffer.from("\r\n"),
        ];
  });
  return Buffer.concat([...chunks, Buffer.from(`--${mark}--\r\n`)]);
}
