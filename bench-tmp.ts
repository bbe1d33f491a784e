import { readFileSync } from "node:fs";
import { bundleReader } from "./scripts/reader-bundle";
process.env["FILE_READER"] = await bundleReader("/tmp/wt/reader-files");
const { readSpreadsheet } = await import("@/lib/spreadsheet/read");
const { parseFile } = await import("@/lib/spreadsheet/parse");
for (const f of process.argv.slice(2)) { const b=readFileSync("/tmp/wt/reader-files/"+f); for(let k=0;k<4;k++){ 
 let worst=0,last=performance.now(); const i=setInterval(()=>{const n=performance.now(); worst=Math.max(worst,n-last-10); last=n;},10);
 const t=performance.now(); const c=process.cpuUsage(); const r=await readSpreadsheet(b).catch(e=>[String(e.message)]); const d=process.cpuUsage(c); clearInterval(i);
 const t2=performance.now(); const c2=process.cpuUsage(); await parseFile(b,"first").catch(e=>[]); const d2=process.cpuUsage(c2); console.log(f,b.length,r.length,r.length===1?r[0]:"",Math.round(t2-t)+" ms wall",Math.round((d.user+d.system)/1000)+" ms cpu; worst loop "+Math.round(worst), "here",Math.round(performance.now()-t2),"cpu",Math.round((d2.user+d2.system)/1000)); } }
