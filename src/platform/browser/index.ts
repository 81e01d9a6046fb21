export { type Browser, type BrowserSetup, startBrowser } from './start.ts';
