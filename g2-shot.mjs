import puppeteer from 'puppeteer-core';
const b = await puppeteer.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--allow-file-access-from-files']});
const list = process.argv.slice(2);
for (const spec of list) {
  const [path,w,scheme,full] = spec.split('@');
  const p = await b.newPage();
  await p.setViewport({width:Number(w),height:900});
  await p.emulateMediaFeatures([{name:'prefers-color-scheme',value:scheme??'light'}]);
  await p.goto('file:///tmp/g2-dist/'+path);
  await new Promise(r=>setTimeout(r,400));
  const o = await p.evaluate(()=>({sw:document.documentElement.scrollWidth,iw:innerWidth}));
  console.log(spec,o);
  await p.screenshot({path:'/tmp/g2-'+path.replace(/[\/#.]/g,'_')+'-'+w+'-'+(scheme??'light')+'.png',fullPage:full!=='no'});
  await p.close();
}
await b.close();
