/** Services with names that no narrow column has room for. */
export function services(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    code: `layanan-${String(index + 1)}`,
    name: `Layanan pendampingan keluarga berisiko stunting ${String(index + 1)}`,
    shortName: `Lay ${String(index + 1)}`,
    coverageGoal: "0.90",
  }));
}
