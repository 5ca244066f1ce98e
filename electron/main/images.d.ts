/** A picture as a `data:` URL: the bundler puts it into the program itself. */
declare module "*.png?inline" {
  const dataUrl: string;
  export default dataUrl;
}
