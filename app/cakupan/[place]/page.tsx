import { coverageMetadata, CoverageScreen } from "../coverage-screen";

export const generateMetadata = coverageMetadata;

export default async function PlaceCoveragePage(props: {
  readonly params: Promise<{ readonly place: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { place } = await props.params;
  return <CoverageScreen place={decodeURIComponent(place)} query={await props.searchParams} />;
}
