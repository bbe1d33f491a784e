import type { Page } from "@playwright/test";

/**
 * What is wrong with where the words of a page stand, measured and not compared with a picture, so
 * that another font or browser changes nothing: text that is cut off, that leaves its box or lies
 * over another, and words that are broken inside. Each is a sentence; none is wanted.
 */
export function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(measure);
}

/** Names of tables that are wider than what is shown of them, and do not say so. */
export function unsaidRegions(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main *")]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element);
        const isWider =
          (overflowX === "auto" || overflowX === "scroll") &&
          element.scrollWidth > element.clientWidth + 4 &&
          element.scrollLeft + element.clientWidth < element.scrollWidth - 4;
        if (!isWider || !element.checkVisibility() || element.querySelector("table, li") === null)
          return false;
        return element.parentElement?.querySelector(":scope > [data-beyond]") === null;
      })
      .map((element) => element.getAttribute("aria-label") ?? element.outerHTML.slice(0, 120)),
  );
}

/** Names of tables that have to be scrolled sideways to be seen whole. */
export function scrolledRegions(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main *")]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element);
        const scrolls = overflowX === "auto" || overflowX === "scroll";
        const isWider = element.scrollWidth > element.clientWidth + 4;
        return scrolls && isWider && element.checkVisibility() && element.querySelector("table");
      })
      .map((element) => element.getAttribute("aria-label") ?? element.outerHTML.slice(0, 120)),
  );
}

/** Runs in the page. */
function measure(): string[] {
  type Line = {
    readonly text: string;
    readonly rect: DOMRect;
    readonly layer: Element | null;
  };
  const faults = new Set<string>();
  const lines: Line[] = [];
  const shown = (text: string) => text.trim().replace(/\s+/g, " ").slice(0, 60);
  const round = (rect: DOMRect) =>
    `${String(Math.round(rect.left))},${String(Math.round(rect.top))} ${String(Math.round(rect.width))}×${String(Math.round(rect.height))}`;

  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element) => {
    const found = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, found);
    return found;
  };
  const ancestors = (element: Element) => {
    const all: Element[] = [];
    for (let each: Element | null = element; each; each = each.parentElement) all.push(each);
    return all;
  };
  /** Read aloud and not seen: one pixel, or cut to nothing. */
  const isHidden = (chain: readonly Element[]) =>
    chain.some((each) => {
      const { clipPath, display, opacity, clip } = styleOf(each);
      if (clipPath === "inset(50%)" || opacity === "0" || clip === "rect(0px, 0px, 0px, 0px)") {
        return true;
      }
      // What only holds others together has no box of its own.
      if (display === "contents") return false;
      const { width, height } = each.getBoundingClientRect();
      return width <= 1 && height <= 1;
    });
  const hasBox = (element: Element) => {
    const { backgroundColor, borderRightWidth, borderRightStyle } = styleOf(element);
    const isPainted = backgroundColor !== "rgba(0, 0, 0, 0)" && backgroundColor !== "transparent";
    return isPainted || (borderRightStyle !== "none" && borderRightWidth !== "0px");
  };
  const scrolls = (value: string) => value === "auto" || value === "scroll";

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent ?? "";
    if (!parent || text.trim() === "" || ["SCRIPT", "STYLE", "OPTION"].includes(parent.tagName)) {
      continue;
    }
    if (!parent.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0.5);
    if (rects.length === 0) continue;
    const chain = ancestors(parent);
    if (isHidden(chain)) continue;

    breakInside(node, text, rects);
    const layer =
      chain.find((each) => ["sticky", "fixed"].includes(styleOf(each).position)) ?? null;
    for (const rect of rects) {
      const inSight = within(rect, chain, text);
      if (inSight) lines.push({ text: shown(text), rect: inSight, layer });
    }
  }
  overlaps();
  return [...faults];

  /** A word that stands on two lines without a hyphen at which it may. */
  function breakInside(node: Node, text: string, rects: readonly DOMRect[]): void {
    const tops = new Set(rects.map(({ top }) => Math.round(top / 4)));
    if (tops.size < 2) return;
    for (const { 0: word, index } of text.matchAll(/[^\s\u00ad\u2010-\u2015/·?&=:.-]{2,24}/g)) {
      const range = document.createRange();
      // A hyphen that is drawn at a soft one is measured with the letter after it.
      range.setStart(node, text[index - 1] === "\u00ad" ? index + 1 : index);
      range.setEnd(node, index + word.length);
      const tops = [...range.getClientRects()]
        .filter(({ width }) => width > 0.5)
        .map(({ top }) => top);
      if (Math.max(...tops) - Math.min(...tops) > 4) {
        faults.add(`broken inside: "${word}" of "${shown(text)}"`);
      }
    }
  }

  /** The part of a line that can be seen, or null; a line that cannot be scrolled to is a fault. */
  function within(rect: DOMRect, chain: readonly Element[], text: string): DOMRect | null {
    let { left, right, top, bottom } = rect;
    let isInBox = false;
    let [sideways, upright] = [false, false];
    for (const each of chain) {
      const style = styleOf(each);
      const box = each.getBoundingClientRect();
      const isInline = style.display === "inline" || style.display === "contents";
      if (!isInline && !(each instanceof SVGElement && each.tagName !== "svg")) {
        if (!isInBox && hasBox(each) && each !== document.body) {
          isInBox = true;
          const out = [
            ...(sideways || (rect.left >= box.left - 1.5 && rect.right <= box.right + 1.5)
              ? []
              : ["sideways"]),
            ...(upright || (rect.top >= box.top - 4 && rect.bottom <= box.bottom + 4)
              ? []
              : ["up or down"]),
          ];
          if (out.length > 0) {
            faults.add(
              `out of its box ${out.join(", ")}: "${shown(text)}" ${round(rect)} of ${round(box)}`,
            );
          }
        }
        for (const axis of ["x", "y"] as const) {
          const overflow = axis === "x" ? style.overflowX : style.overflowY;
          if (overflow === "visible") continue;
          const [from, to] = axis === "x" ? [left, right] : [top, bottom];
          const [low, high] = axis === "x" ? [box.left, box.right] : [box.top, box.bottom];
          if (!scrolls(overflow) && !(axis === "x" ? sideways : upright)) {
            const isCut = from < low - 1.5 || to > high + (axis === "x" ? 1.5 : 4);
            if (isCut) faults.add(`cut off: "${shown(text)}" ${round(rect)} by ${round(box)}`);
          }
          if (scrolls(overflow)) {
            if (axis === "x") sideways = true;
            else upright = true;
          }
          if (axis === "x") [left, right] = [Math.max(left, low), Math.min(right, high)];
          else [top, bottom] = [Math.max(top, low), Math.min(bottom, high)];
        }
      }
    }
    if (!sideways && (rect.right > document.documentElement.clientWidth + 1 || rect.left < -1)) {
      faults.add(`beyond the page: "${shown(text)}" ${round(rect)}`);
    }
    return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : null;
  }

  /** Lines that lie over each other; what sticks lies over what scrolls under it. */
  function overlaps(): void {
    const sorted = lines.toSorted((a, b) => a.rect.top - b.rect.top);
    for (const [index, one] of sorted.entries()) {
      for (let next = index + 1; next < sorted.length; next += 1) {
        const other = sorted[next];
        if (!other || other.rect.top > one.rect.bottom - 3) break;
        if (one.layer !== other.layer) continue;
        const across =
          Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const down = Math.min(one.rect.bottom, other.rect.bottom) - other.rect.top;
        const height = Math.min(one.rect.height, other.rect.height);
        if (across > 2 && down > height * 0.35) {
          faults.add(
            `over each other: "${one.text}" ${round(one.rect)}, "${other.text}" ${round(other.rect)}`,
          );
        }
      }
    }
  }
}
