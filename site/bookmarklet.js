// Links the codes in the page in which it is run. It stands alone: what is in capitals is put in when the page is made. Lines
// are joined by nothing, so each ends in a mark.
(()=>{
const re=/PATTERN/g,base=BASE;
const skip="a,button,input,textarea,select,option,script,style,noscript,template,svg,canvas,[contenteditable],.CodeMirror,.cm-editor,.monaco-editor,.ace_editor";
const link=(code,doc)=>{const a=doc.createElement("a");a.href=base+encodeURIComponent(code);a.target="_blank";a.rel="noopener";a.textContent=code;return a;};
const mark=(node,before)=>{
const text=node.data,from=before.length,all=before+text,doc=node.ownerDocument;
let out=null,at=0,m;
re.lastIndex=0;
while((m=re.exec(all))){
const code=m[1]||m[2];
const end=m.index+m[0].length-from,start=end-code.length;
if(start<at)continue;
out=out||doc.createDocumentFragment();
out.append(text.slice(at,start),link(code,doc));
at=end;
}
if(out){out.append(text.slice(at));node.replaceWith(out);}
};
const run=(doc)=>{
const walk=doc.createTreeWalker(doc.body,4),list=[];
let before="";
while(walk.nextNode()){
const n=walk.currentNode,p=n.parentElement;
if(p&&!p.isContentEditable&&!p.closest(skip))list.push([n,before]);
before=n.data.slice(-40);
}
for(const [n,b] of list)mark(n,b);
for(const f of doc.querySelectorAll("iframe")){try{if(f.contentDocument&&f.contentDocument.body)run(f.contentDocument);}catch(e){}}
};
run(document);
})();
