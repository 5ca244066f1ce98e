// @ts-check

const windowsOrMac = process.platform === "win32" || process.platform === "darwin";

/**
 * How the application is packed. `build/package.mjs` adds which Electron; installers are not made yet.
 *
 * @type {import("electron-builder").Configuration}
 */
export default {
  appId: "io.github.argscope",
  productName: "Argscope",
  copyright: "MIT licence",
  directories: { buildResources: "build", output: "dist" },
  // Everything is bundled into out/: the package has no run-time dependency, and node_modules stays outside.
  files: ["package.json", "LICENSE", "out/main/**", "out/preload/**", "out/page/**", "!**/node_modules/**"],
  asar: true,
  npmRebuild: false,
  removePackageScripts: true,
  // Ties the running window to its desktop entry.
  extraMetadata: { desktopName: "argscope.desktop" },
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    enableCookieEncryption: true,
    // Electron checks the archive's hash on Windows and macOS; Linux has no such check.
    enableEmbeddedAsarIntegrityValidation: windowsOrMac,
  },
  fileAssociations: [
    { ext: "csv", name: "Comma-separated values", mimeType: "text/csv", role: "Viewer" },
    { ext: "tsv", name: "Tab-separated values", mimeType: "text/tab-separated-values", role: "Viewer" },
  ],
  linux: {
    target: "dir",
    executableName: "argscope",
    syncDesktopName: true,
    icon: "icons",
    category: "Science",
    synopsis: "argmin and argmax along any axis, exactly as NumPy answers",
  },
  win: { target: "dir", executableName: "argscope", icon: "icons/512x512.png" },
  mac: { target: "dir", icon: "icons/512x512.png", category: "public.app-category.utilities" },
};
