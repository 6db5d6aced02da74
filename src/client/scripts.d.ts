/** Other scripts of the site; see `integrations/client-assets`. */
declare module 'virtual:script/*' {
  const address: string;
  export default address;
}
