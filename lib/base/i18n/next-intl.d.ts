import type { Locale } from "./locale";
import type { Catalogue } from "./messages";

declare module "next-intl" {
  // next-intl reads its types by merging into this interface.
  interface AppConfig {
    Locale: Locale;
    Messages: Catalogue;
  }
}
