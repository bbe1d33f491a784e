import { bundleReader } from "./scripts/reader-bundle";
import { hostileFiles } from "./scripts/fuzz/hostile-file";
process.env["FILE_READER"] = await bundleReader("/tmp/wt/reader-files");
const { readSpreadsheet } = await import("@/lib/spreadsheet/read");
for (const f of hostileFiles) { const b=f.make(); 
 let worst=0,last=performance.now(); const i=setInterval(()=>{const n=performance.now(); worst=Math.max(worst,n-last-10); last=n;},10);
 const t=performance.now(); const c=process.cpuUsage(); const r=await readSpreadsheet(b).then(x=>`${x.length} rows`,(e:Error)=>String(e.message)); const d=process.cpuUsage(c); clearInterval(i);
 console.log(f.what.padEnd(34),String(b.length).padStart(8),r.replace("the file was refused: ","").padEnd(16),Math.round(performance.now()-t)+" ms wall",Math.round((d.user+d.system)/1000)+" ms cpu; loop "+Math.round(worst)); }
