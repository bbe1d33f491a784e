import { enFiles, idFiles } from "./catalogue-files";
import { withLimits } from "./limit-sentences";
import type { Locale } from "./locale";

/** Every sentence of the application, a file a screen. Indonesian is the measure: English has the same keys. */
export type Catalogue = typeof idFiles;

const english: Catalogue = enFiles;

export const catalogues: Readonly<Record<Locale, Catalogue>> = {
  id: withLimits(idFiles, "id"),
  en: withLimits(english, "en"),
};
