// Another process that holds the writing lock of a database until it is killed.
import Libsql from 'libsql';

const connection = new Libsql(process.argv[2], { timeout: 0 });
connection.exec('BEGIN EXCLUSIVE');
process.stdout.write('held\n');
setInterval(() => connection.inTransaction, 1_000);
