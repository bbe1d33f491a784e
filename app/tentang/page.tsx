import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Logo } from "@/components/base/layout/logo";
import { requireActor } from "@/lib/account/auth/server/session";
import { version } from "@/package.json";

import { Shell } from "../shell";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("about");
  return { title: t("title") };
}

/** What Cakupan is, where its numbers come from, and under which licences its parts are used. */
export default async function AboutPage() {
  const actor = await requireActor();
  const t = await getTranslations("about");
  const numbers = [
    t("coverage"),
    t("sources"),
    t("sample", { source: t("gunungMas") }),
    t("population"),
    t("map"),
  ];
  const licences = [t("code"), t("areas"), t("font"), t("icons")];
  return (
    <Shell actor={actor} current={null}>
      <div className="grid max-w-180 gap-6">
        <div>
          <h1 className="text-title font-semibold">{t("title")}</h1>
          <p className="text-dense text-ink3">{t("version", { version })}</p>
        </div>
        <p className="inline-flex w-fit rounded-panel bg-bar p-3 text-bar-ink" aria-hidden>
          <Logo />
        </p>
        <p>{t("purpose")}</p>
        <p>{t("aggregate")}</p>
        <Section title={t("numbers")} lines={numbers} />
        <Section title={t("licences")} lines={licences} />
      </div>
    </Shell>
  );
}

function Section(props: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <section>
      <h2 className="mb-2 text-section font-semibold">{props.title}</h2>
      <ul className="border-t border-line">
        {props.lines.map((line) => (
          <li key={line} className="border-b border-line py-2.5 text-dense">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
