-- CreateTable
CREATE TABLE "column_mapping" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "heads" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("district_code","campaign_id","kind","heads")
);

-- AddForeignKey
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_district_code_campaign_id_fkey" FOREIGN KEY ("district_code", "campaign_id") REFERENCES "campaign"("district_code", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "column_mapping"
    ADD CONSTRAINT "column_mapping_kind_check" CHECK (kind IN ('tally', 'target')),
    ADD CONSTRAINT "column_mapping_heads_check" CHECK (heads ~ '^[0-9a-f]{64}$');
