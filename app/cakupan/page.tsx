import { coverageMetadata, CoverageScreen } from "./coverage-screen";

export const generateMetadata = coverageMetadata;

export default async function CoveragePage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  return <CoverageScreen place={null} query={await props.searchParams} />;
}
