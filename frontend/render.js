// Runs src/paper/cli.ts in Node: npm run render -- resume.json -o out.pdf
import { createServer, isRunnableDevEnvironment } from 'vite';

const server = await createServer({
  root: import.meta.dirname,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
});
const { ssr } = server.environments;
if (!isRunnableDevEnvironment(ssr)) throw new Error('Vite can run no modules here');
try {
  const { main } = await ssr.runner.import('/src/paper/cli.ts');
  process.exitCode = await main(process.argv.slice(2));
} finally {
  await server.close();
}
