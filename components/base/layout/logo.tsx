/** The mark: a coverage bar with its goal line. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 26" className="h-6 w-7.5 shrink-0" aria-hidden>
      <rect y="7" width="31" height="12" rx="2" fill="var(--bar-mark)" opacity="0.35" />
      <rect y="7" width="18" height="12" rx="2" fill="var(--bar-mark)" />
      <rect x="23" y="0" width="4" height="26" rx="1" fill="var(--bar-mark)" />
    </svg>
  );
}
