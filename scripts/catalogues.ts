/**
 * `npm run catalogues`: writes the list of the files of sentences, after one is added or removed. The
 * build takes sentences apart file by file, so each has to be imported by name.
 */
import { readFile, writeFile } from "node:fs/promises";

import { catalogueFile, catalogueList } from "./catalogue-list";

const list = catalogueList();
const isNew = list !== (await readFile(catalogueFile, "utf8").catch(() => ""));
if (isNew) await writeFile(catalogueFile, list);
console.log(isNew ? `Ditulis: ${catalogueFile}` : "Daftar berkas kalimat sudah lengkap.");
