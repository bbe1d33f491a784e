-- An announced total that was taken away can be put back for a while: it is kept, and no longer read.
ALTER TABLE "stated_total" ADD COLUMN "removed_at" TIMESTAMPTZ;
