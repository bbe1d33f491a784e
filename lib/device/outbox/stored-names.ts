/** Names in localStorage that begin so; none where the browser keeps nothing. */
export function storedNames(prefix: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}
