/** Font files are bundled as their bytes (`infra/bundle.ts`). */
declare module '*.woff' {
  const bytes: Uint8Array;
  export default bytes;
}
