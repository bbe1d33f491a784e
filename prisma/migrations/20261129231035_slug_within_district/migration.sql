-- DropIndex
DROP INDEX "campaign_slug_key";

-- CreateIndex
CREATE INDEX "campaign_slug_idx" ON "campaign"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_district_code_slug_key" ON "campaign"("district_code", "slug");
