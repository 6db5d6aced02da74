// Plain JavaScript that every Node can read: each npm script starts with it.
const wanted = [22, 18];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  console.error(
    `Node ${process.versions.node} đang chạy, nhưng thư viện cần Node ${wanted.join('.')} trở lên.\n` +
      'Cách sửa: chạy "npm ci" KHÔNG kèm --ignore-scripts (gói "node" trong devDependencies mang theo Node 24), ' +
      'rồi gọi lại bằng "npm run …" chứ không gọi trực tiếp.\n' +
      `(Node ${process.versions.node} is running; ${wanted.join('.')} or newer is needed. ` +
      'Run "npm ci" with install scripts allowed and start commands through npm.)',
  );
  process.exit(1);
}
