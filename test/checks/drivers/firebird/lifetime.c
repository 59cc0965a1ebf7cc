// RUN: %check %s -- -std=c11
#include <ibase.h>

// The handle is an integer; null means that nothing was opened.
int attachFailedSilent(const char *file) {
  ISC_STATUS_ARRAY status;
  isc_db_handle db = 0;
  if (isc_attach_database(status, 0, file, &db, 0, 0)) {
    isc_print_status(status);
    return 1;
  }
  isc_detach_database(status, &db);
  return 0;
}

int attachReported(const char *file) {
  ISC_STATUS_ARRAY status;
  isc_db_handle db = 0;
  isc_tr_handle tr = 0;
  if (isc_attach_database(status, 0, file, &db, 0, 0))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (Firebird isc_db_handle) is not closed{{.*}} [cursor-unclosed]
    return 1;
  if (isc_start_transaction(status, &tr, 1, &db, 0, (char *)0))
    return 1;
  isc_commit_transaction(status, &tr);
  isc_detach_database(status, &db);
  return 0;
}

int attachSilent(const char *file) {
  ISC_STATUS_ARRAY status;
  isc_db_handle db = 0;
  isc_tr_handle tr = 0;
  if (isc_attach_database(status, 0, file, &db, 0, 0))
    return 1;
  if (isc_start_transaction(status, &tr, 1, &db, 0, (char *)0)) {
    isc_detach_database(status, &db);
    return 1;
  }
  isc_commit_transaction(status, &tr);
  isc_detach_database(status, &db);
  return 0;
}

// The status vector says the same as the result.
int statusVectorSilent(const char *file) {
  ISC_STATUS_ARRAY status;
  isc_db_handle db = 0;
  isc_attach_database(status, 0, file, &db, 0, 0);
  if (status[0] == 1 && status[1])
    return 1;
  isc_detach_database(status, &db);
  return 0;
}

// A transaction that is kept goes on.
void retainedReported(isc_db_handle *db) {
  ISC_STATUS_ARRAY status;
  isc_tr_handle tr = 0;
  if (isc_start_transaction(status, &tr, 1, db, 0, (char *)0))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'tr' (Firebird isc_tr_handle) is not closed{{.*}} [cursor-unclosed]
    return;
  isc_commit_retaining(status, &tr);
}

void committedSilent(isc_db_handle *db) {
  ISC_STATUS_ARRAY status;
  isc_tr_handle tr = 0;
  if (isc_start_transaction(status, &tr, 1, db, 0, (char *)0))
    return;
  isc_commit_retaining(status, &tr);
  isc_rollback_transaction(status, &tr);
}

// DSQL_close closes the cursor, not the statement.
void closedCursorReported(isc_db_handle *db, isc_tr_handle *tr) {
  ISC_STATUS_ARRAY status;
  isc_stmt_handle stmt = 0;
  if (isc_dsql_allocate_statement(status, db, &stmt))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (Firebird isc_stmt_handle) is not closed{{.*}} [cursor-unclosed]
    return;
  isc_dsql_execute(status, tr, &stmt, 1, 0);
  isc_dsql_free_statement(status, &stmt, DSQL_close);
}

void droppedSilent(isc_db_handle *db, isc_tr_handle *tr) {
  ISC_STATUS_ARRAY status;
  isc_stmt_handle stmt = 0;
  if (isc_dsql_allocate_statement(status, db, &stmt))
    return;
  isc_dsql_execute(status, tr, &stmt, 1, 0);
  isc_dsql_free_statement(status, &stmt, DSQL_drop);
}

// Statements go with their database, blobs with their transaction.
int goneWithItsDatabaseSilent(const char *file) {
  ISC_STATUS_ARRAY status;
  isc_db_handle db = 0;
  isc_stmt_handle stmt = 0;
  if (isc_attach_database(status, 0, file, &db, 0, 0))
    return 1;
  isc_dsql_allocate_statement(status, &db, &stmt);
  isc_detach_database(status, &db);
  return 0;
}

void readAfterItsTransactionReported(isc_db_handle *db, ISC_QUAD *id) {
  ISC_STATUS_ARRAY status;
  isc_tr_handle tr = 0;
  isc_blob_handle blob = 0;
  char buffer[80];
  unsigned short length;
  if (isc_start_transaction(status, &tr, 1, db, 0, (char *)0))
    return;
  if (isc_open_blob2(status, db, &tr, &blob, id, 0, 0)) {
    isc_rollback_transaction(status, &tr);
    return;
  }
  isc_commit_transaction(status, &tr);
  isc_get_segment(status, &blob, &length, sizeof buffer, buffer);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'blob' (Firebird isc_blob_handle) is used after its connection 'tr' was closed {{.*}} [cursor-use-after-close]
}

void readBeforeItsTransactionEndsSilent(isc_db_handle *db, ISC_QUAD *id) {
  ISC_STATUS_ARRAY status;
  isc_tr_handle tr = 0;
  isc_blob_handle blob = 0;
  char buffer[80];
  unsigned short length;
  if (isc_start_transaction(status, &tr, 1, db, 0, (char *)0))
    return;
  if (isc_open_blob2(status, db, &tr, &blob, id, 0, 0)) {
    isc_rollback_transaction(status, &tr);
    return;
  }
  isc_get_segment(status, &blob, &length, sizeof buffer, buffer);
  isc_close_blob(status, &blob);
  isc_commit_transaction(status, &tr);
}

// A copy does not become 0.
void copyUsedReported(isc_db_handle *db, isc_tr_handle tr) {
  ISC_STATUS_ARRAY status;
  isc_stmt_handle stmt = 0, copy;
  if (isc_dsql_allocate_statement(status, db, &stmt))
    return;
  copy = stmt;
  isc_dsql_free_statement(status, &stmt, DSQL_drop);
  isc_dsql_execute(status, &tr, &copy, 1, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (Firebird isc_stmt_handle) is used after it was closed {{.*}} [cursor-use-after-close]
}

// The handle itself does.
void droppedTwiceSilent(isc_db_handle *db) {
  ISC_STATUS_ARRAY status;
  isc_stmt_handle stmt = 0;
  if (isc_dsql_allocate_statement(status, db, &stmt))
    return;
  isc_dsql_free_statement(status, &stmt, DSQL_drop);
  isc_dsql_free_statement(status, &stmt, DSQL_drop);
}
