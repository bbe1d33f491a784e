import { Download } from "lucide-react";

/** The ways to take a template home, with what it is for. */
export function TemplateLinks(props: {
  readonly text: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
}) {
  return (
    <div className="text-dense">
      <p className="text-ink2">{props.text}</p>
      <ul className="mt-1 flex flex-wrap gap-x-6">
        {props.links.map(({ label, href }) => (
          <li key={label}>
            <a
              href={href}
              className="inline-flex min-h-11 items-center gap-1.5 underline tablet:min-h-8"
              download
            >
              <Download aria-hidden className="size-4" />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
