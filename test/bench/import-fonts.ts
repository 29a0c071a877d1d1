import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { fontModule } from '../font-bytes.ts';

/** Lets this process import functions from their sources, with the fonts that one of them prints in. */
registerHooks({
  load: (url, context, nextLoad) =>
    url.endsWith('.woff')
      ? { format: 'module', source: fontModule(fileURLToPath(url)), shortCircuit: true }
      : nextLoad(url, context),
});
