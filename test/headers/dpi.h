//===- dpi.h - the parts of ODPI-C that our model names -------------------===//
//
// Declarations alone, after version 5, for the tests: no header of it is
// packaged.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TEST_DPI_H
#define CURSOR_TIDY_TEST_DPI_H

#include <stdint.h>

#define DPI_SUCCESS 0
#define DPI_FAILURE -1

typedef struct dpiContext dpiContext;
typedef struct dpiPool dpiPool;
typedef struct dpiConn dpiConn;
typedef struct dpiStmt dpiStmt;
typedef struct dpiVar dpiVar;
typedef struct dpiLob dpiLob;
typedef struct dpiQueue dpiQueue;
typedef struct dpiSubscr dpiSubscr;
typedef struct dpiSubscrCreateParams dpiSubscrCreateParams;
typedef struct dpiData dpiData;
typedef struct dpiErrorInfo dpiErrorInfo;
typedef struct dpiContextCreateParams dpiContextCreateParams;
typedef struct dpiCommonCreateParams dpiCommonCreateParams;
typedef struct dpiConnCreateParams dpiConnCreateParams;
typedef struct dpiPoolCreateParams dpiPoolCreateParams;
typedef struct dpiObjectType dpiObjectType;

#ifdef __cplusplus
extern "C" {
#endif

int dpiContext_createWithParams(unsigned int majorVersion, unsigned int minorVersion, dpiContextCreateParams *params, dpiContext **context, dpiErrorInfo *errorInfo);
#define dpiContext_create(majorVersion, minorVersion, context, errorInfo) dpiContext_createWithParams(majorVersion, minorVersion, NULL, context, errorInfo)
int dpiContext_destroy(dpiContext *context);
void dpiContext_getError(const dpiContext *context, dpiErrorInfo *info);
int dpiPool_create(const dpiContext *context, const char *userName, uint32_t userNameLength, const char *password, uint32_t passwordLength, const char *connectString, uint32_t connectStringLength, const dpiCommonCreateParams *commonParams, dpiPoolCreateParams *createParams, dpiPool **pool);
int dpiPool_acquireConnection(dpiPool *pool, const char *userName, uint32_t userNameLength, const char *password, uint32_t passwordLength, dpiConnCreateParams *params, dpiConn **conn);
int dpiPool_addRef(dpiPool *pool);
int dpiPool_release(dpiPool *pool);
int dpiPool_close(dpiPool *pool, int mode);
int dpiConn_create(const dpiContext *context, const char *userName, uint32_t userNameLength, const char *password, uint32_t passwordLength, const char *connectString, uint32_t connectStringLength, const dpiCommonCreateParams *commonParams, dpiConnCreateParams *createParams, dpiConn **conn);
int dpiConn_addRef(dpiConn *conn);
int dpiConn_release(dpiConn *conn);
int dpiConn_close(dpiConn *conn, int mode, const char *tag, uint32_t tagLength);
int dpiConn_breakExecution(dpiConn *conn);
int dpiConn_commit(dpiConn *conn);
int dpiConn_prepareStmt(dpiConn *conn, int scrollable, const char *sql, uint32_t sqlLength, const char *tag, uint32_t tagLength, dpiStmt **stmt);
int dpiConn_newVar(dpiConn *conn, int oracleTypeNum, int nativeTypeNum, uint32_t maxArraySize, uint32_t size, int sizeIsBytes, int isArray, dpiObjectType *objType, dpiVar **var, dpiData **data);
int dpiConn_newQueue(dpiConn *conn, const char *name, uint32_t nameLength, dpiObjectType *payloadType, dpiQueue **queue);
int dpiQueue_addRef(dpiQueue *queue);
int dpiQueue_release(dpiQueue *queue);
int dpiConn_subscribe(dpiConn *conn, dpiSubscrCreateParams *params, dpiSubscr **subscr);
int dpiConn_unsubscribe(dpiConn *conn, dpiSubscr *subscr);
int dpiConn_newTempLob(dpiConn *conn, int lobType, dpiLob **lob);
int dpiVar_addRef(dpiVar *var);
int dpiVar_release(dpiVar *var);
int dpiLob_addRef(dpiLob *lob);
int dpiLob_release(dpiLob *lob);
int dpiStmt_addRef(dpiStmt *stmt);
int dpiStmt_release(dpiStmt *stmt);
int dpiStmt_close(dpiStmt *stmt, const char *tag, uint32_t tagLength);
int dpiStmt_execute(dpiStmt *stmt, int mode, uint32_t *numQueryColumns);
int dpiStmt_fetch(dpiStmt *stmt, int *found, uint32_t *bufferRowIndex);
int dpiStmt_getQueryValue(dpiStmt *stmt, uint32_t pos, int *nativeTypeNum, dpiData **data);

#ifdef __cplusplus
}
#endif

#endif
